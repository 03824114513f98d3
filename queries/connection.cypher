// zh: 两个对象之间最短的关系链，每一步附原句
// en: The shortest chain of statements between two things, each step with its sentence
// param: from Entity "英伟达" where to start
// param: to Entity "谷歌" where to arrive
// param: most integer 3 how many chains of the same length to show
// column: chain 1 for the surest of the shortest
// column: step of the chain
// column: subject of the statement
// column: relation that it states
// column: object of the statement
// column: modality how it is meant
// column: confidence how surely it was read
// column: sentence the first sentence that says so
// column: file the report it stands in
// column: line the line there
// example: kg query connection -p from=HBM -p to=英伟达
// Two companies in one city have nothing to do with each other for that: places are no way.
// ArcadeDB leaves out denied links only after it has found the shortest chains: where nothing is
// left then, a way round is looked for.
MATCH (a:Entity)
WHERE $from IN a.names
MATCH (b:Entity)
WHERE $to IN b.names AND a <> b
OPTIONAL MATCH path = allShortestPaths((a)-[:ACQUIRES|ACTIVE_IN|COMPETES_WITH|FOUNDED_BY|INVESTS_IN|IN_TIER|ISSUED_BY|LAYER_OF|OWNS|PARTNERS_WITH|PART_OF|PRODUCES|REGULATES|RESTRICTS|SUBSTITUTES|SUCCEEDS|SUPPLIES|SUPPORTS|TIER_OF|TYPE_OF|USES*..6]-(b))
WHERE all(r IN relationships(path) WHERE r.modality <> 'denied')
WITH a, b, collect(path) AS paths
WITH b, paths, CASE WHEN size(paths) = 0 THEN a END AS start
OPTIONAL MATCH round = (start)-[:ACQUIRES|ACTIVE_IN|COMPETES_WITH|FOUNDED_BY|INVESTS_IN|IN_TIER|ISSUED_BY|LAYER_OF|OWNS|PARTNERS_WITH|PART_OF|PRODUCES|REGULATES|RESTRICTS|SUBSTITUTES|SUCCEEDS|SUPPLIES|SUPPORTS|TIER_OF|TYPE_OF|USES*2..4]-(b)
WHERE all(r IN relationships(round) WHERE r.modality <> 'denied')
WITH b, paths, collect(round) AS rounds
UNWIND paths + rounds AS path
WITH path, length(path) AS hops, reduce(x = 1.0, r IN relationships(path) | x * r.confidence) AS sure
ORDER BY hops, sure DESC, [r IN relationships(path) | r.id]
WITH collect(path) AS paths, min(hops) AS fewest
WITH [p IN paths WHERE length(p) = fewest][..$most] AS paths
UNWIND range(0, size(paths) - 1) AS n
WITH n + 1 AS chain, relationships(paths[n]) AS links
UNWIND range(0, size(links) - 1) AS i
WITH chain, i + 1 AS step, links[i] AS r
RETURN chain, step, startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
  r.modality AS modality, r.confidence AS confidence, r.quotes[0] AS sentence, r.files[0] AS file,
  r.lines[0] AS line
ORDER BY chain, step
