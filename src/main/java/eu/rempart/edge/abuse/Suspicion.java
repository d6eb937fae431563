package eu.rempart.edge.abuse;

import eu.rempart.tls.gate.Prefix;
import java.util.Map;

/**
 * That a network does something it should not.
 *
 * @param cause names the words for it, {@code edge.cause.CAUSE}
 * @param evidence the parameters of those words
 */
record Suspicion(Prefix network, String cause, Map<String, String> evidence) {}
