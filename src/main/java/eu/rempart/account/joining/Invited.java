package eu.rempart.account.joining;

import eu.rempart.account.Role;
import java.util.Optional;

/**
 * What a code invites to.
 *
 * @param by who invites, where the link says so and Rempart wrote it there
 * @param altered whether the link names somebody whom Rempart did not write there
 */
public record Invited(Role role, Optional<String> by, boolean altered) {}
