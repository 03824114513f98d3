// zh: 供应集中度：每种供货的已知供应商和赫芬达尔指数（HHI）
// en: Concentration: known suppliers of each item and their Herfindahl index (HHI)
// param: least integer 2 how many buyers there must be at least
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: what the item supplied, or the thing made
// column: kind "item" shares buyers, "thing" shares users who also buy from a maker
// column: suppliers how many suppliers are known
// column: buyers how many buyers are known
// column: hhi from 0 to 10000: shares are shares of the known supply links, not of sales
// column: leader who has most
// column: share of the leader, in percent
// column: reports how many reports this is known from
// example: kg query concentration -p least=1
MATCH (s:Company)-[r:SUPPLIES]->(b:Company)
WHERE r.modality IN $modalities AND r.item IS NOT NULL
WITH r.item AS what, 'item' AS kind, s, collect(DISTINCT b.id) AS bought, collect(r.reports) AS told
WITH what, kind, s, bought, reduce(all = [], x IN told | all + x) AS told
ORDER BY size(bought) DESC, s.name, s.id
WITH what, kind, collect({name: s.name, links: size(bought)}) AS shares,
  reduce(all = [], x IN collect(bought) | all + [y IN x WHERE NOT y IN all]) AS buyers,
  reduce(all = [], x IN collect(told) | all + [y IN x WHERE NOT y IN all]) AS reports
WITH what, kind, shares, buyers, reports, reduce(n = 0, x IN shares | n + x.links) AS links
WHERE size(buyers) >= $least
RETURN what, kind, size(shares) AS suppliers, size(buyers) AS buyers,
  round(reduce(h = 0.0, x IN shares | h + (100.0 * x.links / links) * (100.0 * x.links / links)), 1) AS hhi,
  shares[0].name AS leader, round(100.0 * shares[0].links / links, 1) AS share,
  size(reports) AS reports
ORDER BY hhi DESC, buyers DESC, what
UNION ALL
MATCH (s:Company)-[p:PRODUCES]->(t:Entity)<-[u:USES]-(b:Entity)
WHERE p.modality IN $modalities AND u.modality IN $modalities AND s <> b
  AND (EXISTS { MATCH (s)-[x:SUPPLIES]->(b) WHERE x.modality IN $modalities })
WITH t, 'thing' AS kind, s, collect(DISTINCT b.id) AS bought,
  reduce(all = [], x IN collect(p.reports) | all + x) AS told
ORDER BY size(bought) DESC, s.name, s.id
WITH t, kind, collect({name: s.name, links: size(bought)}) AS shares,
  reduce(all = [], x IN collect(bought) | all + [y IN x WHERE NOT y IN all]) AS buyers,
  reduce(all = [], x IN collect(told) | all + [y IN x WHERE NOT y IN all]) AS reports
WITH t, kind, shares, buyers, reports, reduce(n = 0, x IN shares | n + x.links) AS links
WHERE size(buyers) >= $least
WITH t.name AS what, t.id AS id, kind, shares, buyers, reports, links
RETURN what, kind, size(shares) AS suppliers, size(buyers) AS buyers,
  round(reduce(h = 0.0, x IN shares | h + (100.0 * x.links / links) * (100.0 * x.links / links)), 1) AS hhi,
  shares[0].name AS leader, round(100.0 * shares[0].links / links, 1) AS share,
  size(reports) AS reports
ORDER BY hhi DESC, buyers DESC, what, id
