first-run-title = إعداد Anteroom
