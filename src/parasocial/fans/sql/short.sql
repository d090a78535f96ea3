-- Messages with fewer answers in the files than the platform counts.
SELECT m.platform, m.room, m.item_id
FROM message AS m
LEFT JOIN thread AS t ON t.platform = m.platform AND t.room = m.room AND t.item_id = m.item_id
WHERE m.replies IS NOT NULL AND m.replies > coalesce(t.answers, 0)
