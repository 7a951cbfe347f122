title=Un entretien
seconds=60
