/**
 * What people contribute to one room beside its plan: ideas that stay silent until they are revealed, questions to whoever speaks, and who is for them.
 * Nothing of it lies in the plan's document, which every client holds. Imports wire, pace, store, access and, to make steps of ideas, the plan; of its
 * room it knows the {@link de.werkraum.wire.Scope}, the {@link de.werkraum.wire.Audience} and the {@link de.werkraum.card.CardVenue}.
 */
@NullMarked
package de.werkraum.card;

import org.jspecify.annotations.NullMarked;
