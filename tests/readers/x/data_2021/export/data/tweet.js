window.YTD.tweet.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1366357548856246273"
          ]
        }
      },
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
              "0",
              "8"
            ],
            "id_str" : "2300000003",
            "id" : "2300000003"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "12"
      ],
      "favorite_count" : "3",
      "id_str" : "1366357548856246273",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1366357548856246273",
      "created_at" : "Mon Mar 01 12:00:00 +0000 2021",
      "favorited" : false,
      "full_text" : "@LumiTan yes",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1366342449361846273",
      "in_reply_to_status_id" : "1366342449361846273",
      "in_reply_to_user_id" : "2300000003",
      "in_reply_to_user_id_str" : "2300000003",
      "in_reply_to_screen_name" : "LumiTan"
    }
  }
]