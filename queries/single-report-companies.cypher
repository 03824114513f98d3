// zh: 只在一份报告里出现的公司：孤证有多少，都是什么关系
// en: Companies that only one report knows: how much is said of them there, and what
// param: report text null only those of this report, by file name; all if none is given
// column: company who
// column: file the only report
// column: statements how many statements of it there are
// column: relations which relations
// column: surest the confidence of the surest
// column: sentence the first of the sentences
// example: kg query single-report-companies -p report=bci_industry.md
MATCH (c:Company)-[r]-(other:Entity)
WHERE r.quotes IS NOT NULL
WITH c, r ORDER BY c.id, r.confidence DESC, r.id
WITH c, collect(DISTINCT r) AS links
WITH c, links, reduce(all = [], r IN links | all + [x IN r.files WHERE NOT x IN all]) AS files
WHERE size(files) = 1 AND ($report IS NULL OR $report IN files)
UNWIND [r IN links | type(r)] AS relation
WITH c, links, files, relation ORDER BY relation
WITH c, links, files, collect(DISTINCT relation) AS relations
RETURN c.name AS company, files[0] AS file, size(links) AS statements, relations,
  links[0].confidence AS surest, links[0].quotes[0] AS sentence
ORDER BY file, statements DESC, company, c.id
