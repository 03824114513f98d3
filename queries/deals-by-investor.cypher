// zh: 按投资方看交易：投了谁、领投几次、覆盖哪些行业
// en: Deals by investor: in whom, how often as the lead, in which industries
// param: investor Entity null one investor; all if none is given
// param: least integer 1 how many deals there must be at least
// column: investor whose money
// column: deals how many deals
// column: led how many of them it led
// column: companies in whom, by name
// column: rounds which rounds
// column: industries where those companies are active
// column: latest the last date, as written
// example: kg query deals-by-investor -p least=2
MATCH (d:Deal)-[by:INVESTED_BY]->(i:Entity)
WHERE d.modality <> 'denied' AND ($investor IS NULL OR $investor IN i.names)
MATCH (d)-[:ABOUT]->(c:Entity)
WITH i, d, by, c ORDER BY c.name, c.id, coalesce(d.date, ''), d.id
WITH i, collect(DISTINCT d) AS deals, collect(DISTINCT c) AS companies,
  sum(CASE WHEN by.lead THEN 1 ELSE 0 END) AS led
WHERE size(deals) >= $least
UNWIND companies AS c
OPTIONAL MATCH (c)-[a:ACTIVE_IN]->(industry:Entity)
WHERE a.modality <> 'denied'
WITH i, deals, companies, led, industry ORDER BY industry.name, industry.id
WITH i, deals, companies, led, collect(DISTINCT industry.name) AS industries
RETURN i.name AS investor, size(deals) AS deals, led, [c IN companies | c.name] AS companies,
  reduce(all = [], d IN deals | CASE WHEN d.round IS NULL OR d.round IN all THEN all
    ELSE all + d.round END) AS rounds,
  industries,
  reduce(last = null, d IN deals | CASE WHEN last IS NULL OR d.date > last THEN d.date
    ELSE last END) AS latest
ORDER BY deals DESC, investor, i.id
