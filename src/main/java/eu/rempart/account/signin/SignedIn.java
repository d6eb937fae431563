package eu.rempart.account.signin;

import eu.rempart.account.SignedInMember;

/**
 * A member signed in with their password. Published as an event.
 *
 * @param source the client's address; may be empty
 * @param knownDevice whether they had signed in on this device before
 */
public record SignedIn(SignedInMember member, String source, boolean knownDevice) {}
