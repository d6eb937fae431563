package eu.rempart.demo;

/**
 * Where the move of the demo firm stands.
 *
 * @param phase what moves in at the moment, or did when it broke off
 * @param running false where it broke off: what was left then is missing
 */
public record DemoMove(DemoPhase phase, boolean running) {}
