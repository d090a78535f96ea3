-- Links both ways.
SELECT ego_id, alter_id,
    max(CASE WHEN given AND channel = 'follow' THEN 1 ELSE 0 END) AS follows,
    max(CASE WHEN NOT given AND channel IN ('follow', 'request') THEN 1 ELSE 0 END) AS followed_by,
    max(CASE WHEN channel = 'friend' THEN 1 ELSE 0 END) AS friends,
    max(CASE WHEN given AND channel = 'search' THEN 1 ELSE 0 END) AS searched
FROM event
WHERE alter_id IS NOT NULL AND channel IN ('follow', 'friend', 'request', 'search')
GROUP BY ego_id, alter_id
