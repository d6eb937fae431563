package eu.rempart.account.joining;

/**
 * Who invites, as an invitation's link says it.
 *
 * @param mark shows that Rempart wrote the name there; made with the code and the server's pepper
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the vault alone
public record InvitedBy(String name, byte[] mark) {}
