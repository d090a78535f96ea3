-- Everything that anybody wrote in a log. In chats an answer stands beside its message; elsewhere
-- it is one.
SELECT r.source_no, r.file_no, r.platform, r.group_id AS room, r.item_id, r.actor_id, r.target_id,
    r.channel, r.us, coalesce(r.us_high - r.us_low, 0) AS vague_us, r.words, r.marks, r.replies,
    r.reply_to
FROM row AS r
JOIN shown AS s ON s.source_no = r.source_no AND s.file_no = r.file_no AND s.room = r.group_id
WHERE r.channel IN ('message', 'comment', 'live_chat', 'post')
    OR (r.channel = 'reply' AND r.form <> 'chat')
