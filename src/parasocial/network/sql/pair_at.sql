-- What any two had done to each other before each time, and whether they did after it.
SELECT s.nth, s.a, s.b, s.at_us,
    count(*) FILTER (WHERE s.ahead AND s.us < s.at_us) AS there,
    count(*) FILTER (WHERE NOT s.ahead AND s.us < s.at_us) AS back,
    count(*) FILTER (WHERE s.ahead AND s.us >= s.at_us) AS there_after,
    count(*) FILTER (WHERE NOT s.ahead AND s.us >= s.at_us) AS back_after,
    min(s.us) AS first_us, max(s.us) FILTER (WHERE s.us < s.at_us) AS last_us
FROM (
    SELECT c.nth, c.at_us, least(i.actor_id, i.target_id) AS a,
        greatest(i.actor_id, i.target_id) AS b, i.actor_id < i.target_id AS ahead, i.us
    FROM interaction AS i CROSS JOIN cut AS c
    WHERE i.role = 'act' AND i.us < c.until_us
) AS s
GROUP BY s.nth, s.a, s.b, s.at_us
HAVING min(s.us) < s.at_us
