seconds=60
title=Essai
