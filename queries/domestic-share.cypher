// zh: 国产替代程度：每个环节或技术的已知厂商中，本国占多少，报告怎么说国产化率
// en: Domestic substitution by segment: how many known makers are at home, and the rates reported
// param: country Place "中国" which country is home
// param: least integer 2 how many makers of known place there must be
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: segment the tier, technology, product or industry
// column: class what it is
// column: makers how many makers and members are known
// column: located of how many it is known where they are
// column: at_home how many are in the country
// column: share at_home, of those located, in percent
// column: abroad who is elsewhere
// column: reported the rates of domestic supply that reports give, with period
// example: kg query domestic-share -p least=1
MATCH (m:Entity)-[p:PRODUCES|IN_TIER|ACTIVE_IN]->(s:Entity)
WHERE p.modality IN $modalities AND m.class IN ['Company', 'Institution']
WITH DISTINCT s, m
OPTIONAL MATCH (m)-[at:LOCATED_IN]->(place:Place)
WHERE at.modality IN $modalities
WITH s, m, count(place) AS places,
  sum(CASE WHEN $country IN place.names THEN 1 ELSE 0 END) AS here
ORDER BY m.name, m.id
WITH s, count(m) AS makers, sum(CASE WHEN places > 0 THEN 1 ELSE 0 END) AS located,
  sum(CASE WHEN here > 0 THEN 1 ELSE 0 END) AS at_home,
  [x IN collect({name: m.name, away: places > 0 AND here = 0}) WHERE x.away | x.name] AS abroad
WHERE located > 0 AND located >= $least
OPTIONAL MATCH (o:Observation|Forecast)-[:ABOUT]->(s)
WHERE o.metric CONTAINS '国产' AND o.modality <> 'denied'
WITH s, makers, located, at_home, abroad, o ORDER BY coalesce(o.period, ''), o.valueLow, o.id
WITH s, makers, located, at_home, abroad, [x IN collect(o) |
  coalesce(x.period + ' ', '') + toString(x.valueLow) + coalesce(x.unit, '')] AS reported
RETURN s.name AS segment, s.class AS class, makers, located, at_home,
  round(100.0 * at_home / located, 1) AS share, abroad, reported
ORDER BY share, located DESC, segment, s.id
