package eu.rempart.account;

import eu.rempart.vault.RoleProof;
import java.util.UUID;

/**
 * What the account says in clear: enough for sign-in, nothing of the person.
 *
 * @param roleProof shows that the role is one that an administrator gave
 * @param language a language tag, {@code en} or {@code fr}
 * @param theme {@code system}, {@code light} or {@code dark}
 */
record MemberRow(
    UUID id,
    int version,
    Role role,
    RoleProof roleProof,
    MemberState state,
    String language,
    String theme) {}
