drop table cluster_certificate;
