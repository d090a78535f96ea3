-- To whom the creator and the team say they speak: whom a line answers, or calls by name.
SELECT DISTINCT r.platform, r.group_id AS room, r.item_id, r.actor_id, r.target_id, r.us, a.role
FROM row AS r
JOIN apart AS a ON a.actor_id = r.actor_id AND a.role IN ('creator', 'team')
JOIN shown AS s ON s.source_no = r.source_no AND s.file_no = r.file_no AND s.room = r.group_id
WHERE r.channel IN ('reply', 'mention') AND r.target_id IS NOT NULL AND r.item_id IS NOT NULL
