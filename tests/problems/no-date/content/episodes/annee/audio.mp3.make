title=Un entretien
date=2013
