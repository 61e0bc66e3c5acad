package fr.corpus.optout;

/** What a registry does on every database. */
interface RegistryContract extends ReceiptContract, ReservationContract, DurabilityContract {}
