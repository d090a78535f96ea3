-- Messages that the creator reacted to: a heart, a pin, an emoji.
SELECT DISTINCT hash(s.room_no, r.item_id) AS place
FROM row AS r
JOIN shown AS s ON s.source_no = r.source_no AND s.file_no = r.file_no AND s.room = r.group_id
JOIN apart AS a ON a.actor_id = r.actor_id AND a.role = 'creator'
WHERE r.channel = 'reaction' AND r.item_id IS NOT NULL
