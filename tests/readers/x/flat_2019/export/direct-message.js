window.YTD.direct_message.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "2100000001-2200000002",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "2200000002",
            "text" : "EGOCANARY hello",
            "mediaUrls" : [],
            "senderId" : "2100000001",
            "id" : "991240809477046273",
            "createdAt" : "2018-05-01T09:00:00.000Z"
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2100000001",
            "text" : "CANARY hello back",
            "mediaUrls" : [],
            "senderId" : "2200000002",
            "id" : "991242067768246273",
            "createdAt" : "2018-05-01T09:05:00.000Z"
          }
        }
      ]
    }
  }
]