-- Until when each tie could have been seen: the latest end of its channels' coverage.
SELECT e.ego_id, e.alter_id, max(c.to_us) AS until_us
FROM (SELECT DISTINCT ego_id, alter_id, source_no, channel FROM event) AS e
JOIN coverage AS c ON c.source_no = e.source_no AND c.channel = e.channel
WHERE e.alter_id IS NOT NULL
GROUP BY e.ego_id, e.alter_id
