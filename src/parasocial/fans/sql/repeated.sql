-- Messages that more than one file holds, or one file more than once.
SELECT platform, room, item_id FROM written WHERE item_id IS NOT NULL
GROUP BY platform, room, item_id HAVING count(*) > 1
