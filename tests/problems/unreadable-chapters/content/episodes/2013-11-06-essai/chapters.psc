<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>
<psc:chapters xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="0" title="&b;"/></psc:chapters>
