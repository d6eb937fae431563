package eu.rempart.edge;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.serve.Backend;

/**
 * What a door for edges on other machines needs of this one.
 *
 * @param tls a certificate of the own authority, whatever people are shown
 * @param backend Jetty, which reads a PROXY header first
 */
public record NodeDoor(ServerTls tls, Backend backend) {}
