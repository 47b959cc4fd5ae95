print("emx")
