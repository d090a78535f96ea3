-- Lines of the creator's in rooms that say to nobody whom they answer, by stretches of time: they
-- may answer whatever stands shortly before.
SELECT m.platform, m.room, CAST(floor(m.us / rule.unmarked_us) AS BIGINT) AS stretch,
    min(m.us) AS first_us, max(m.us) AS last_us
FROM message AS m CROSS JOIN rule
LEFT JOIN speech AS s ON s.platform = m.platform AND s.room = m.room AND s.item_id = m.item_id
WHERE m.role = 'creator' AND m.channel = 'message' AND m.reply_to IS NULL AND s.item_id IS NULL
    AND m.us IS NOT NULL
GROUP BY m.platform, m.room, CAST(floor(m.us / rule.unmarked_us) AS BIGINT)
