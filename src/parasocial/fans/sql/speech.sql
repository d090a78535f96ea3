-- To whom the creator and the team say they speak: whom a line answers, or calls by name. What is
-- itself the answer answers nobody else.
SELECT DISTINCT s.log_no, s.room_no, hash(s.room_no, r.item_id) AS place,
    CASE WHEN r.reply_to IS NOT NULL THEN hash(s.room_no, r.reply_to) END AS under,
    o.who AS to_who, r.channel = 'reply' AND r.form <> 'chat' AS alone, r.us, p.role
FROM row AS r
JOIN person AS p ON p.actor_id = r.actor_id AND p.role IN ('creator', 'team')
JOIN shown AS s ON s.source_no = r.source_no AND s.file_no = r.file_no AND s.room = r.group_id
JOIN person AS o ON o.actor_id = r.target_id
WHERE r.channel IN ('reply', 'mention') AND r.item_id IS NOT NULL
