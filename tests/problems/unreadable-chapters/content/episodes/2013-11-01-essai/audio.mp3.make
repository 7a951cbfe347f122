title=Un entretien
