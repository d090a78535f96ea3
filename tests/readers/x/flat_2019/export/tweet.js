window.YTD.tweet.part0 = [
  {
    "retweeted" : false,
    "source" : "<a href=\"https://example.org\">Web</a>",
    "entities" : {
      "hashtags" : [],
      "symbols" : [],
      "user_mentions" : [
        {
          "name" : "Odo <b>R</b>",
          "screen_name" : "odo_reyes",
          "indices" : [
            "0",
            "10"
          ],
          "id_str" : "2200000002",
          "id" : "2200000002"
        }
      ],
      "urls" : []
    },
    "display_text_range" : [
      "0",
      "21"
    ],
    "favorite_count" : "3",
    "id_str" : "1050118620312502273",
    "truncated" : false,
    "retweet_count" : "0",
    "id" : "1050118620312502273",
    "created_at" : "Wed Oct 10 20:19:24 +0000 2018",
    "favorited" : false,
    "full_text" : "@odo_reyes I think so",
    "lang" : "en",
    "in_reply_to_status_id_str" : "1050113738142646273",
    "in_reply_to_status_id" : "1050113738142646273",
    "in_reply_to_user_id" : "2200000002",
    "in_reply_to_user_id_str" : "2200000002",
    "in_reply_to_screen_name" : "odo_reyes"
  },
  {
    "retweeted" : false,
    "source" : "<a href=\"https://example.org\">Web</a>",
    "entities" : {
      "hashtags" : [],
      "symbols" : [],
      "user_mentions" : [
        {
          "name" : "Lumi 🫖",
          "screen_name" : "LumiTan",
          "indices" : [
            "3",
            "11"
          ],
          "id_str" : "2300000003",
          "id" : "2300000003"
        }
      ],
      "urls" : []
    },
    "display_text_range" : [
      "0",
      "25"
    ],
    "favorite_count" : "3",
    "id_str" : "1049756232446902273",
    "truncated" : false,
    "retweet_count" : "0",
    "id" : "1049756232446902273",
    "created_at" : "Tue Oct 09 20:19:24 +0000 2018",
    "favorited" : false,
    "full_text" : "RT @LumiTan: CANARY words",
    "lang" : "en"
  }
]