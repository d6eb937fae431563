/** What a person agreed to, where they occur, and their erasure, on the contact's page. */
@NullMarked
package eu.rempart.privacy.ui;

import org.jspecify.annotations.NullMarked;
