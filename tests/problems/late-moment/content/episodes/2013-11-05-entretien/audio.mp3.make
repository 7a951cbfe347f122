seconds=3
title=Un entretien
