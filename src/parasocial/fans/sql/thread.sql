-- What is known of the answers below a message: how many there are in the files, when the creator
-- last wrote there without calling anybody, and who the message itself is from.
SELECT b.*, o.role
FROM (
    SELECT m.platform, m.room, m.reply_to AS item_id, count(*) AS answers,
        max(m.us) FILTER (WHERE m.role = 'creator' AND l.by_item IS NOT NULL) AS creator_us
    FROM message AS m
    LEFT JOIN linked AS l ON l.platform = m.platform AND l.room = m.room AND l.by_item = m.item_id
    WHERE m.reply_to IS NOT NULL
    GROUP BY m.platform, m.room, m.reply_to
) AS b
LEFT JOIN message AS o ON o.platform = b.platform AND o.room = b.room AND o.item_id = b.item_id
