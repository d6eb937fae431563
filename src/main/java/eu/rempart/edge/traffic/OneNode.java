package eu.rempart.edge.traffic;

/**
 * The node that counted what is shown, where it is not the only one.
 *
 * @param name of its machine
 * @param nodes how many are there, this one counted; 2 or more
 */
public record OneNode(String name, int nodes) {}
