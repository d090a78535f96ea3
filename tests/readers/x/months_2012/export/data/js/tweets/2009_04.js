Grailbird.data.tweets_2009_04 = 
 [
 {
  "source": "web",
  "entities": {
   "user_mentions": [],
   "media": [],
   "hashtags": [],
   "urls": []
  },
  "geo": {},
  "id_str": "1430000001",
  "text": "the day alone is known",
  "id": 1430000001,
  "created_at": "2009-04-01 00:00:00 +0000",
  "user": {
   "name": "Pim",
   "screen_name": "pim_wira",
   "protected": false,
   "id_str": "2100000001",
   "id": 2100000001,
   "verified": false
  }
 }
]