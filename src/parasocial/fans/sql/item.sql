-- What each platform calls the message at a place, as often as a file says it.
SELECT hash(s.room_no, r.item_id) AS place, r.item_id
FROM row AS r
JOIN shown AS s ON s.source_no = r.source_no AND s.file_no = r.file_no AND s.room = r.group_id
WHERE r.item_id IS NOT NULL
