// SPDX-License-Identifier: GPL-3.0-or-later
// Helium's official packages as a peer: instruction bytes by Anchor's coder on @helium/idls, account order and flags from the
// same descriptions, derived addresses by the @helium SDKs, compressed-NFT transfers by Metaplex's package. Protocol: README.md.
import bubblegum from '@metaplex-foundation/mpl-bubblegum';
import { getAssociatedTokenAddressSync } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import bs58 from 'bs58';
import { createECDH, createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { createRequire } from 'node:module';
import { encode, idlOf, metas, snake } from './lib/idl.mjs';
import { emit, finish, option, serve } from './lib/lines.mjs';
import { Random } from './lib/random.mjs';

// The ES modules of these packages name files without their endings, which Node refuses; their CommonJS builds work.
const require = createRequire(import.meta.url);
const Address = require('@helium/address').default;
const cb = require('@helium/circuit-breaker-sdk');
const dcs = require('@helium/data-credits-sdk');
const hem = require('@helium/helium-entity-manager-sdk');
const hsd = require('@helium/helium-sub-daos-sdk');
const ro = require('@helium/rewards-oracle-sdk');
const utils = require('@helium/spl-utils');
const text = (key) => (Array.isArray(key) ? key[0] : key).toBase58();
const key = (value) => new PublicKey(value);
const kLazyDistributor = key(idlOf('lazy_distributor').idl.address);
const kTokenMetadata = key('metaqbxxUerdq28cj1RbAWkYQm3ybzjb6a8bt518x1s');
export const kMints = { hnt: utils.HNT_MINT, iot: utils.IOT_MINT, mobile: utils.MOBILE_MINT, dc: utils.DC_MINT };

const find = (program, ...seeds) =>
  PublicKey.findProgramAddressSync(seeds.map((seed) => (typeof seed === 'string' ? Buffer.from(seed) : seed)), program);
const ata = (mint, owner) => getAssociatedTokenAddressSync(key(mint), key(owner), true);

// No package on npm derives these two; the seeds are those of the program (Helium's repository, packages/lazy-distributor-sdk).
const lazyDistributorKey = (mint) => find(kLazyDistributor, 'lazy_distributor', mint.toBuffer());
const recipientKey = (distributor, asset) => find(kLazyDistributor, 'recipient', distributor.toBuffer(), asset.toBuffer());

// Everything of the network that depends on its mints alone.
export function fixed() {
  fixedOnce ??= deriveFixed();
  return fixedOnce;
}

let fixedOnce;

function deriveFixed() {
  const dao = hsd.daoKey(kMints.hnt)[0];
  const dataOnlyConfig = hem.dataOnlyConfigKey(dao)[0];
  const out = {
    dao, entityCreator: hem.entityCreatorKey(dao), dataOnlyConfig, dataOnlyEscrow: hem.dataOnlyEscrowKey(dataOnlyConfig),
    dataCredits: dcs.dataCreditsKey(kMints.dc), accountPayer: dcs.accountPayerKey(), oracleSigner: ro.oracleSignerKey(),
    dcMintBreaker: cb.mintWindowedBreakerKey(kMints.dc), hntMintBreaker: cb.mintWindowedBreakerKey(kMints.hnt),
    bubblegumSigner: find(bubblegum.PROGRAM_ID, 'collection_cpi'),
  };
  for (const [name, symbol] of [['iot', 'IOT'], ['mobile', 'MOBILE']]) {
    const subDao = hsd.subDaoKey(kMints[name])[0];
    out[`${name}SubDao`] = subDao;
    out[`${name}Config`] = hem.rewardableEntityConfigKey(subDao, symbol);
  }
  for (const name of ['hnt', 'iot', 'mobile']) {
    const distributor = lazyDistributorKey(kMints[name])[0];
    out[`${name}LazyDistributor`] = distributor;
    out[`${name}RewardsEscrow`] = ata(kMints[name], distributor);
    out[`${name}EscrowBreaker`] = cb.accountWindowedBreakerKey(ata(kMints[name], distributor));
  }
  return Object.fromEntries(Object.entries(out).map(([name, value]) => [name, text(value)]));
}

// What belongs to one device: entityKey is the base58 text of its address.
export function entity({ entityKey, encoding = 'b58' }) {
  const f = fixed();
  const bytes = encoding === 'b58' ? Buffer.from(bs58.decode(entityKey)) : Buffer.from(entityKey, 'utf8');
  return {
    entityKeyHex: bytes.toString('hex'),
    keyToAsset: text(hem.keyToAssetKey(key(f.dao), bytes)),
    iotInfo: text(hem.iotInfoKey(key(f.iotConfig), bytes)),
    mobileInfo: text(hem.mobileInfoKey(key(f.mobileConfig), bytes)),
  };
}

export function maker({ name }) {
  const f = fixed();
  const address = hem.makerKey(key(f.dao), name)[0];
  return {
    maker: text(address), collection: text(hem.hotspotCollectionKey(address)),
    iotApproval: text(hem.makerApprovalKey(key(f.iotConfig), address)),
    mobileApproval: text(hem.makerApprovalKey(key(f.mobileConfig), address)),
  };
}

export function asset({ asset: id, rewards = 'hnt' }) {
  const distributor = lazyDistributorKey(kMints[rewards])[0];
  return { lazyDistributor: text(distributor), recipient: text(recipientKey(distributor, key(id))) };
}

export function router({ routerKey, subDao = 'iot' }) {
  const delegated = dcs.delegatedDataCreditsKey(key(fixed()[`${subDao}SubDao`]), routerKey)[0];
  return { delegatedDataCredits: text(delegated), escrowDcAccount: text(dcs.escrowAccountKey(delegated)) };
}

// Epoch number to the two accounts of that day; the SDK takes seconds.
export function epoch({ epoch: number, subDao = 'iot' }) {
  const f = fixed();
  const seconds = Number(number) * hsd.EPOCH_LENGTH;
  return {
    daoEpochInfo: text(hsd.daoEpochInfoKey(key(f.dao), seconds)),
    subDaoEpochInfo: text(hsd.subDaoEpochInfoKey(key(f[`${subDao}SubDao`]), seconds)),
  };
}

export function tree({ merkleTree, collection }) {
  const out = { treeAuthority: text(find(bubblegum.PROGRAM_ID, key(merkleTree).toBuffer())) };
  if (collection !== undefined) {
    const mint = key(collection).toBuffer();
    out.collectionMetadata = text(hem.collectionMetadataKey(key(collection)));
    out.collectionMasterEdition = text(find(kTokenMetadata, 'metadata', kTokenMetadata.toBuffer(), mint, 'edition'));
  }
  return out;
}

function bubblegumTransfer({ args, accounts, proof = [] }) {
  const instruction = bubblegum.createTransferInstruction(
    {
      treeAuthority: key(accounts.tree_authority), leafOwner: key(accounts.leaf_owner), leafDelegate: key(accounts.leaf_delegate),
      newLeafOwner: key(accounts.new_leaf_owner), merkleTree: key(accounts.merkle_tree), logWrapper: key(accounts.log_wrapper),
      compressionProgram: key(accounts.compression_program),
      anchorRemainingAccounts: proof.map((pubkey) => ({ pubkey: key(pubkey), isSigner: false, isWritable: false })),
    },
    {
      root: [...Buffer.from(args.root, 'hex')], dataHash: [...Buffer.from(args.data_hash, 'hex')],
      creatorHash: [...Buffer.from(args.creator_hash, 'hex')], nonce: BigInt(args.nonce), index: Number(args.index),
    });
  const names = ['tree_authority', 'leaf_owner', 'leaf_delegate', 'new_leaf_owner', 'merkle_tree', 'log_wrapper',
    'compression_program', 'system_program'];
  return {
    programId: text(instruction.programId), dataHex: Buffer.from(instruction.data).toString('hex'),
    // The package flags nobody as signer and leaves it to its caller: one of owner and delegate has to sign.
    metas: instruction.keys.map((meta, at) => ({
      name: names[at] ?? 'proof', pubkey: text(meta.pubkey), signer: meta.isSigner || names[at] === 'leaf_owner',
      writable: meta.isWritable })),
  };
}

export function build({ program, instruction, args, accounts, proof = [] }) {
  if (program === 'bubblegum') {
    if (instruction !== 'transfer') throw new Error('of bubblegum only transfer');
    return bubblegumTransfer({ args, accounts, proof });
  }
  return {
    programId: idlOf(program).idl.address,
    dataHex: encode(program, instruction, args).toString('hex'),
    metas: accounts === undefined ? [] : metas(program, instruction, accounts, proof),
  };
}

// --- random cases -------------------------------------------------------------------------------------------------

// A real ed25519 key by OpenSSL, which is much faster than the JavaScript ones.
function randomKey(random) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), random.bytes(32)]);
  const point = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  return bs58.encode(point.export({ format: 'der', type: 'spki' }).subarray(-32));
}

// The address of a device: an ed25519 key, or a P-256 key in the compact form (x only, y the smaller root).
export function randomDevice(random) {
  if (random.chance(2)) return new Address(0, 0, 1, bs58.decode(randomKey(random))).b58;
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(createHash('sha256').update(random.bytes(32)).digest());
  return new Address(0, 0, 0, curve.getPublicKey().subarray(1, 33)).b58;
}

const optional = (random, value) => (random.chance(3) ? null : value());
const hashes = (random) => ({
  data_hash: random.bytes(32).toString('hex'), creator_hash: random.bytes(32).toString('hex'),
  root: random.bytes(32).toString('hex'), index: random.u32() });
const whereabouts = (random) => ({
  location: optional(random, () => random.u64().toString()), elevation: optional(random, () => random.i32()),
  gain: optional(random, () => random.i32()) });
const proofOf = (random) => Array.from({ length: random.below(18) }, () => text(new PublicKey(random.bytes(32))));
const kCompressed = {
  token_metadata_program: text(kTokenMetadata), log_wrapper: 'noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV',
  bubblegum_program: text(bubblegum.PROGRAM_ID), compression_program: 'cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK',
  system_program: '11111111111111111111111111111111' };
const kPrograms = {
  ...kCompressed, data_credits_program: text(dcs.PROGRAM_ID), token_program: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA',
  associated_token_program: 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL', helium_sub_daos_program: text(hsd.PROGRAM_ID),
  circuit_breaker_program: text(cb.PROGRAM_ID), lazy_distributor_program: text(kLazyDistributor),
  sysvar_instructions: 'Sysvar1nstructions1111111111111111111111111' };

// Free inputs of one case: what a caller knows. Some keys coincide now and then, as they do in life.
function inputsOf(random) {
  const owner = randomKey(random);
  const other = () => (random.chance(3) ? owner : randomKey(random));
  return {
    owner, payer: other(), feePayer: other(), recipient: other(), newOwner: randomKey(random), delegate: other(), destination: randomKey(random),
    entityKey: randomDevice(random), makerName: `Maker ${random.below(1000)}`, issuingAuthority: randomKey(random),
    collection: randomKey(random), merkleTree: randomKey(random), asset: randomKey(random), eccVerifier: randomKey(random),
    priceOracle: randomKey(random), rewards: random.pick(['hnt', 'hnt', 'iot', 'mobile']) };
}

// name -> (inputs, random) => {program, args, accounts, proof}
const kCases = {
  issue_entity_v0: (i) => {
    const f = fixed();
    const m = maker({ name: i.makerName });
    return {
      program: 'helium_entity_manager', args: { entity_key: entity(i).entityKeyHex },
      accounts: {
        ...kPrograms, payer: i.payer, ecc_verifier: i.eccVerifier, issuing_authority: i.issuingAuthority, collection: i.collection,
        ...snaked(tree(i)), maker: m.maker, entity_creator: f.entityCreator, dao: f.dao, key_to_asset: entity(i).keyToAsset,
        recipient: i.recipient, merkle_tree: i.merkleTree, bubblegum_signer: f.bubblegumSigner } };
  },
  issue_data_only_entity_v0: (i) => {
    const f = fixed();
    return {
      program: 'helium_entity_manager', args: { entity_key: entity(i).entityKeyHex },
      accounts: {
        ...kPrograms, payer: i.payer, ecc_verifier: i.eccVerifier, collection: i.collection, ...snaked(tree(i)),
        data_only_config: f.dataOnlyConfig, entity_creator: f.entityCreator, dao: f.dao, key_to_asset: entity(i).keyToAsset,
        recipient: i.recipient, merkle_tree: i.merkleTree, data_only_escrow: f.dataOnlyEscrow, bubblegum_signer: f.bubblegumSigner } };
  },
  onboard_iot_hotspot_v0: (i, random) => {
    const m = maker({ name: i.makerName });
    const base = onboard(i, random);
    return {
      ...base,
      accounts: { ...base.accounts, issuing_authority: i.issuingAuthority, maker_approval: m.iotApproval, maker: m.maker } };
  },
  onboard_data_only_iot_hotspot_v0: (i, random) => onboard(i, random),
  update_iot_info_v0: (i, random) => {
    const base = onboard(i, random);
    return { ...base, accounts: { ...base.accounts, ...snaked(tree({ merkleTree: i.merkleTree })) } };
  },
  initialize_compression_recipient_v0: (i, random) => {
    const a = asset(i);
    return {
      program: 'lazy_distributor', args: hashes(random), proof: proofOf(random),
      accounts: {
        ...kPrograms, payer: i.payer, lazy_distributor: a.lazyDistributor, recipient: a.recipient, merkle_tree: i.merkleTree,
        owner: i.owner, delegate: i.delegate } };
  },
  set_current_rewards_wrapper_v2: (i, random) => {
    const a = asset(i);
    return {
      program: 'rewards_oracle', args: { oracle_index: random.u16(), current_rewards: random.u64().toString() },
      accounts: {
        ...kPrograms, payer: i.payer, lazy_distributor: a.lazyDistributor, recipient: a.recipient,
        key_to_asset: entity(i).keyToAsset, oracle_signer: fixed().oracleSigner } };
  },
  distribute_compression_rewards_v0: (i, random) => {
    const base = distribute(i, i.owner);
    return {
      ...base, args: hashes(random), proof: proofOf(random), accounts: { ...base.accounts, merkle_tree: i.merkleTree } };
  },
  distribute_custom_destination_v0: (i) => distribute(i, i.destination),
  update_compression_destination_v0: (i, random) => ({
    program: 'lazy_distributor', args: hashes(random), proof: proofOf(random),
    accounts: {
      ...kPrograms, recipient: asset(i).recipient, owner: i.owner, destination: i.destination, merkle_tree: i.merkleTree } }),
  mint_data_credits_v0: (i, random) => {
    const f = fixed();
    const byHnt = random.chance(2);
    return {
      program: 'data_credits',
      args: { hnt_amount: byHnt ? random.u64().toString() : null, dc_amount: byHnt ? null : random.u64().toString() },
      accounts: {
        ...kPrograms, data_credits: f.dataCredits, hnt_price_oracle: i.priceOracle, burner: text(ata(kMints.hnt, i.owner)),
        recipient_token_account: text(ata(kMints.dc, i.recipient)), recipient: i.recipient, owner: i.owner,
        hnt_mint: text(kMints.hnt), dc_mint: text(kMints.dc), circuit_breaker: f.dcMintBreaker } };
  },
  transfer: (i, random) => {
    const leaf = hashes(random);
    // A leaf has one number, and the instruction carries it twice.
    return {
      program: 'bubblegum', args: { ...leaf, nonce: String(leaf.index) }, proof: proofOf(random),
      accounts: {
        ...kPrograms, ...snaked(tree({ merkleTree: i.merkleTree })), leaf_owner: i.owner, leaf_delegate: i.delegate,
        new_leaf_owner: i.newOwner, merkle_tree: i.merkleTree } };
  },
};

function snaked(object) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [snake(name), value]));
}

function onboard(i, random) {
  const f = fixed();
  return {
    program: 'helium_entity_manager', args: { ...hashes(random), ...whereabouts(random) }, proof: proofOf(random),
    accounts: {
      ...kPrograms, payer: i.payer, dc_fee_payer: i.feePayer, iot_info: entity(i).iotInfo, hotspot_owner: i.owner,
      merkle_tree: i.merkleTree, dc_burner: text(ata(kMints.dc, i.feePayer)), rewardable_entity_config: f.iotConfig,
      data_only_config: f.dataOnlyConfig, dao: f.dao, key_to_asset: entity(i).keyToAsset, sub_dao: f.iotSubDao,
      dc_mint: text(kMints.dc), dc: f.dataCredits } };
}

function distribute(i, paid) {
  const f = fixed();
  const a = asset(i);
  return {
    program: 'lazy_distributor', args: {},
    accounts: {
      ...kPrograms, payer: i.payer, lazy_distributor: a.lazyDistributor, recipient: a.recipient, rewards_mint: text(kMints[i.rewards]),
      rewards_escrow: f[`${i.rewards}RewardsEscrow`], circuit_breaker: f[`${i.rewards}EscrowBreaker`], owner: paid,
      destination_account: text(ata(kMints[i.rewards], paid)) } };
}

export const kInstructions = Object.keys(kCases);

export function randomCase(instruction, random) {
  const inputs = inputsOf(random);
  const { program, args, accounts, proof = [] } = kCases[instruction](inputs, random);
  return { program, instruction, inputs, args, proof, ...build({ program, instruction, args, accounts, proof }) };
}

export function randomDerived(random) {
  const inputs = { ...inputsOf(random), epoch: random.below(60_000), routerKey: randomDevice(random) };
  return {
    inputs,
    expected: {
      ...entity(inputs), ...maker({ name: inputs.makerName }), ...asset(inputs), ...router(inputs), ...epoch(inputs), ...tree(inputs),
      hntAccount: text(ata(kMints.hnt, inputs.owner)), dcAccount: text(ata(kMints.dc, inputs.owner)) } };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  if (option('random') !== undefined) {
    const seed = option('seed') ?? '1';
    emit({ kind: 'fixed', expected: fixed(), mints: Object.fromEntries(Object.entries(kMints).map(([n, m]) => [n, text(m)])) });
    for (let i = 0; i < Number(option('random')); i += 1) {
      emit({ kind: 'derived', case: i, ...randomDerived(new Random(`${seed}/derived/${i}`)) });
      for (const instruction of kInstructions) {
        emit({ kind: 'instruction', case: i, ...randomCase(instruction, new Random(`${seed}/${instruction}/${i}`)) });
      }
    }
    await finish();
  } else {
    await serve({ build, fixed, entity, maker, asset, router, epoch, tree });
  }
}
