package eu.rempart.exchange.value;

/**
 * Where in its row a value stands.
 *
 * @param column from 0; -1 in a card
 * @param name the column's header or the card's property
 */
public record Place(int column, String name) {}
