-- Everything that anybody wrote in a log, with who they are to the channel. In chats an answer
-- stands beside its message; elsewhere it is one. A message is known by its place: a number of 64
-- bits made of its room and id, so that among ten million messages two share one in one of three
-- hundred thousand channels.
SELECT s.log_no, s.room_no,
    CASE WHEN r.item_id IS NOT NULL THEN hash(s.room_no, r.item_id) END AS place,
    CASE WHEN r.reply_to IS NOT NULL THEN hash(s.room_no, r.reply_to) END AS under,
    p.who, p.role, r.channel = 'message' AS in_room, r.us,
    coalesce(r.us_high - r.us_low, 0) AS vague_us, CAST(r.words AS UINTEGER) AS words, r.marks,
    r.replies
FROM row AS r
JOIN shown AS s ON s.source_no = r.source_no AND s.file_no = r.file_no AND s.room = r.group_id
JOIN person AS p ON p.actor_id = r.actor_id
WHERE r.channel IN ('message', 'comment', 'live_chat', 'post')
    OR (r.channel = 'reply' AND r.form <> 'chat')
