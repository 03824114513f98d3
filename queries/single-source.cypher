// zh: 单一来源：只有一家已知厂商的零部件、材料和技术，以及谁在用
// en: Single sources: things with one known maker, items with one known seller, and who needs them
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// param: least integer 1 how many users or buyers there must be at least
// column: kind "thing" is made by one, "item" is sold to a buyer by one
// column: what the thing or item
// column: source the one that is known
// column: users who uses it, builds it in or buys it
// column: confidence of the statement that names the source
// column: reports how many reports the answer is known from
// example: kg query single-source -p least=2
MATCH (maker:Entity)-[made:PRODUCES]->(thing:Entity)
WHERE made.modality IN $modalities
WITH thing, maker, made ORDER BY maker.id, made.confidence DESC
WITH thing, collect(DISTINCT maker) AS makers, collect(made)[0] AS made
WHERE size(makers) = 1
MATCH (user:Entity)-[used:USES]->(thing)
WHERE used.modality IN $modalities AND user <> makers[0]
WITH thing, makers[0] AS source, made, user, used ORDER BY user.name, user.id, used.id
WITH thing, source, made, collect(DISTINCT user.name) AS users,
  reduce(all = made.reports, u IN collect(used) | all + [x IN u.reports WHERE NOT x IN all]) AS reports
WHERE size(users) >= $least
RETURN 'thing' AS kind, thing.name AS what, source.name AS source, users,
  made.confidence AS confidence, size(reports) AS reports
ORDER BY size(users) DESC, what, source, thing.id
UNION ALL
MATCH (seller:Company)-[sold:SUPPLIES]->(buyer:Company)
WHERE sold.modality IN $modalities AND sold.item IS NOT NULL
WITH sold.item AS what, seller, buyer, sold ORDER BY what, seller.id, buyer.name, buyer.id, sold.confidence DESC
WITH what, collect(DISTINCT seller) AS sellers, collect(DISTINCT buyer.name) AS users,
  collect(sold)[0] AS first, reduce(all = [], s IN collect(sold) | all + [x IN s.reports WHERE NOT x IN all]) AS reports
WHERE size(sellers) = 1 AND size(users) >= $least
RETURN 'item' AS kind, what, sellers[0].name AS source, users, first.confidence AS confidence,
  size(reports) AS reports
ORDER BY size(users) DESC, what, source
