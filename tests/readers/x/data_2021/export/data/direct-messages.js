window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "2100000001-2200000002",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "2200000002",
            "reactions" : [],
            "urls" : [],
            "text" : "EGOCANARY hello",
            "mediaUrls" : [],
            "senderId" : "2100000001",
            "id" : "1388780549698486273",
            "createdAt" : "2021-05-02T09:01:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2100000001",
            "reactions" : [],
            "urls" : [],
            "text" : "CANARY hello",
            "mediaUrls" : [],
            "senderId" : "2200000002",
            "id" : "1388780801356726273",
            "createdAt" : "2021-05-02T09:02:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "2100000001-2300000003",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "2300000003",
            "reactions" : [],
            "urls" : [],
            "text" : "EGOCANARY hello",
            "mediaUrls" : [],
            "senderId" : "2100000001",
            "id" : "1388780549698486273",
            "createdAt" : "2021-05-02T09:01:00.000Z",
            "editHistory" : []
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2100000001",
            "reactions" : [],
            "urls" : [],
            "text" : "CANARY hello",
            "mediaUrls" : [],
            "senderId" : "2300000003",
            "id" : "1388780801356726273",
            "createdAt" : "2021-05-02T09:02:00.000Z",
            "editHistory" : []
          }
        }
      ]
    }
  }
]