print("onepicture")
