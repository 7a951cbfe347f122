title=Un entretien
date=2013-11-05
