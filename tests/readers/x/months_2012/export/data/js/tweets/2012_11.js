Grailbird.data.tweets_2012_11 = 
 [
 {
  "source": "web",
  "entities": {
   "user_mentions": [
    {
     "name": "Odo <b>R</b>",
     "screen_name": "odo_reyes",
     "indices": [
      0,
      10
     ],
     "id_str": "2200000002",
     "id": 2200000002
    }
   ],
   "media": [],
   "hashtags": [],
   "urls": []
  },
  "geo": {},
  "id_str": "264795111945142273",
  "text": "@odo_reyes see you there",
  "id": 264795111945142273,
  "created_at": "2012-11-03 18:24:09 +0000",
  "user": {
   "name": "Pim",
   "screen_name": "pim_wira",
   "protected": false,
   "id_str": "2100000001",
   "id": 2100000001,
   "verified": false
  },
  "in_reply_to_status_id_str": "264789034398646273",
  "in_reply_to_status_id": 264789034398646273,
  "in_reply_to_user_id": 2200000002,
  "in_reply_to_user_id_str": "2200000002",
  "in_reply_to_screen_name": "odo_reyes"
 },
 {
  "source": "web",
  "entities": {
   "user_mentions": [
    {
     "name": "Moth Radio",
     "screen_name": "mothradio",
     "indices": [
      3,
      13
     ],
     "id_str": "2400000004",
     "id": 2400000004
    }
   ],
   "media": [],
   "hashtags": [],
   "urls": []
  },
  "geo": {},
  "id_str": "264305850577846273",
  "text": "RT @mothradio: CANARY words",
  "id": 264305850577846273,
  "created_at": "2012-11-02 10:00:00 +0000",
  "user": {
   "name": "Pim",
   "screen_name": "pim_wira",
   "protected": false,
   "id_str": "2100000001",
   "id": 2100000001,
   "verified": false
  },
  "retweeted_status": {
   "text": "CANARY words",
   "id_str": "1",
   "user": {
    "screen_name": "mothradio",
    "id_str": "2400000004"
   }
  }
 }
]