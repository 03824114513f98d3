// zh: 一个行业的政策时间线：支持、限制、规范了什么，谁发布
// en: The policy timeline of an industry: what is promoted, restricted or regulated, when and by whom
// param: industry Entity null the industry or technology; all policies if none is given
// column: date of the policy, as the report writes it
// column: policy its name
// column: effect SUPPORTS, RESTRICTS or REGULATES
// column: target on what
// column: link how the target belongs to the industry: itself, or the relation that leads to it
// column: issuers who issued it
// column: modality how the effect is meant
// column: sentence the sentence that says so
// column: file the report it stands in
// example: kg query policy-timeline -p industry=脑机接口
MATCH (p:Policy)-[r:SUPPORTS|RESTRICTS|REGULATES]->(t:Entity)
WHERE r.modality <> 'denied'
OPTIONAL MATCH (t)-[b:ACTIVE_IN|TYPE_OF|PART_OF|TIER_OF|LAYER_OF]->(i:Entity)
WHERE $industry IN i.names AND b.modality <> 'denied'
WITH p, r, t, type(b) AS link ORDER BY link
WITH p, r, t, collect(DISTINCT link) AS links
WHERE $industry IS NULL OR $industry IN t.names OR size(links) > 0
OPTIONAL MATCH (p)-[x:ISSUED_BY]->(issuer:Entity)
WHERE x.modality <> 'denied'
WITH p, r, t, links, issuer ORDER BY issuer.name, issuer.id
WITH p, r, t, links, collect(DISTINCT issuer.name) AS stated
RETURN p.date AS date, p.name AS policy, type(r) AS effect, t.name AS target,
  CASE WHEN $industry IS NULL THEN '' WHEN $industry IN t.names THEN 'itself'
    ELSE links[0] END AS link,
  stated + [x IN coalesce(p.issuer, []) WHERE NOT x IN stated] AS issuers,
  r.modality AS modality, r.quotes[0] AS sentence, r.files[0] AS file
ORDER BY coalesce(date, '9999'), policy, p.id, effect, target, t.id, r.id
