package eu.rempart.account;

import eu.rempart.vault.answer.RoleProof;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the account says in clear: enough for sign-in, nothing of the person.
 *
 * @param customRole the organisation's own role that takes away from {@code role}; null for none
 * @param roleProof shows that both are what an administrator gave
 * @param language a language tag, {@code en} or {@code fr}
 * @param theme {@code system}, {@code light} or {@code dark}
 */
record MemberRow(
    UUID id,
    int version,
    Role role,
    @Nullable UUID customRole,
    RoleProof roleProof,
    MemberState state,
    String language,
    String theme) {}
