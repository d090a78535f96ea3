-- Links that there were before each time, or that have none.
SELECT DISTINCT c.nth, i.actor_id, i.target_id
FROM interaction AS i CROSS JOIN cut AS c
WHERE i.role = 'link' AND i.channel <> 'request' AND (i.us IS NULL OR i.us < c.at_us)
